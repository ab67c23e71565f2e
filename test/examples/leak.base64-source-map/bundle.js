(() => {
  var e = "x";
  console.log(e);
})();
//# sourceMappingURL=data:application/json;charset=utf-8;base64,{{<base64}}{"version":3,"sources":["src/ai.ts"],"sourcesContent":["import OpenAI from 'openai';\nconst ai = new OpenAI({ apiKey: '{{project:74+74}}' });\n"],"mappings":"AAAA"}{{>}}
