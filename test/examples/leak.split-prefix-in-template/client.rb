body = "{{project[8:]}}"
key = "{{project[0:8]}}#{body}"
