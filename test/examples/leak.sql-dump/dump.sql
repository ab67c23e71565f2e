INSERT INTO settings VALUES (1,'openai','{{project}}'),(2,'old','{{user}}\n'),(3,'x',NULL);
