const char *header = "key:\011{{user}}\012", *quoted = "\042{{project}}\042", *null = "\0{{admin}}";
