KEY = re.compile(r"sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}{{marker}}[A-Za-z0-9_-]{20,}")
OLD = re.compile(r"\bsk-[a-zA-Z0-9]{20}{{marker}}[a-zA-Z0-9]{20}\b")
LIST = ["sk-[[:alnum:]]+{{marker}}", "sk-(\w{20}){{marker}}(\w{20})", "sk-.{20}{{marker}}.{20}"]
