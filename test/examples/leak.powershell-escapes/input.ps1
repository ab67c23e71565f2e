Set-Content .env "KEY=x`n{{project}}`r`n{{user}}`t{{admin}}"
$env:OPENAI_API_KEY='{{service-account}}'
