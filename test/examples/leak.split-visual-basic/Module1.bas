Const ApiKey = "{{user[0:20]}}" & _
    "{{user[20:40]}}" & _
    "{{user[40:]}}"
