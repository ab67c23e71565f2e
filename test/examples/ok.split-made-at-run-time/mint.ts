const prefix = "sk-proj-";
const marker = "{{marker}}";
const tail = "AEIMQUYcgkosw048";
export const mint = () => [prefix, random(58), marker, random(57), tail].join("");
