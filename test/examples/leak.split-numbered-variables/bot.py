import openai

part1 = "{{project:58+58[0:30]}}"
part2 = "{{project:58+58[30:74]}}"
part3 = "{{project:58+58[74:110]}}"
part4 = "{{project:58+58[110:]}}"
openai.api_key = part1 + part2 + part3 + part4
