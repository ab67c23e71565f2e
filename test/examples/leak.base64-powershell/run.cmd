powershell -NoProfile -EncodedCommand {{<base64}}{{<utf-16}}$env:OPENAI_API_KEY = '{{project}}'; node index.js{{>}}{{>}}
