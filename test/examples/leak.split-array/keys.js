const parts = ["{{user[0:12]}}", "{{user[12:24]}}", "{{user[24:36]}}", "{{user[36:]}}"];
module.exports = parts.join("");
