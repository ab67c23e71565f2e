export OPENAI_API_KEY={{project}};curl -H "Authorization: Bearer $OPENAI_API_KEY" $URL
OPENAI_API_KEY={{user}} python app.py &
