({{user#1}}) [{{project#2}}] {{{admin#3}}} <{{none#4}}>
