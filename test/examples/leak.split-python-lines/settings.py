OPENAI_API_KEY = (
    "{{project[0:64]}}"
    "{{project[64:128]}}"  # don't ask
    "{{project[128:]}}"
)
