connect({{user}}, retries=3)
