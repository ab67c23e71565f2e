var key = new StringBuilder();
key.Append("{{project[0:33]}}");
key.Append("{{project[33:99]}}");
key.Append("{{project[99:]}}");
