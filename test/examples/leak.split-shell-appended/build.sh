OPENAI_API_KEY={{project[0:60]}}
echo "building"
PORT=3000
OPENAI_API_KEY+={{project[60:120]}}
OPENAI_API_KEY+={{project[120:]}}
