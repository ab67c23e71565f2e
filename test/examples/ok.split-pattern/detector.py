PREFIX = "sk-proj-"
MARKER = "{{marker}}"
BODY = r"[A-Za-z0-9_-]{74}"
KEY = re.compile(PREFIX + BODY + MARKER + BODY)
