KEY = "{{<reversed}}{{user}}{{>}}"[::-1]
OTHER = "{{<reversed}}{{project}}{{>}}"[::-1]
