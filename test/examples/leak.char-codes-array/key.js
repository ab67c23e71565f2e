const key = String.fromCharCode({{<codes}}{{user}}{{>}});
const data = {"type":"Buffer","data":[
      {{<codes-lines}}{{project}}{{>}}
]};
