static const unsigned char key[] = { {{<hex-bytes}}{{user}}{{>}}, 0x00 };
static const char *other = "{{<hex-escapes}}{{user#2}}{{>}}";
