client = OpenAI(api_key="{{project}}")
