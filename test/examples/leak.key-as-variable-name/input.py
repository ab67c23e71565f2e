os.getenv("{{user}}")
