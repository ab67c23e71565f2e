KEY="{{project[0:60]}}"
KEY="${KEY}{{project[60:120]}}"
npm ci
KEY="${KEY}{{project[120:]}}"
