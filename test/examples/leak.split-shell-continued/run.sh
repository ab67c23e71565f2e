export OPENAI_API_KEY={{project[0:70]}}\
{{project[70:140]}}\
{{project[140:]}}
exec ./run
