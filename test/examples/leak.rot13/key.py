import codecs
KEY = codecs.decode("{{<rot13}}{{project}}{{>}}", "rot13")
