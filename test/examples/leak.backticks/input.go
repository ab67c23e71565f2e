req.Header.Set("Authorization", `Bearer {{project}}`)
