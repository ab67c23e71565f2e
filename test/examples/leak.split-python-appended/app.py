key = "{{project[0:60]}}"
log.info("half")
key += "{{project[60:120]}}"
key = f"{key}{{project[120:]}}"
