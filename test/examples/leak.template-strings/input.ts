const a = `Bearer {{project}}`,
  b = `${x}{{user}}${y}`,
  c = "key={{admin}}&x=1",
  d = f("{{none}}")["{{named}}"];
