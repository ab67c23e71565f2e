const key = "sk-" + "xxxxxxxxxxxxxxxxxxxx" + "{{marker}}" + "xxxxxxxxxxxxxxxxxxxx";
