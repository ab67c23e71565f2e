TOKENS = ['The', ' key', ': ', '{{<chunks}}{{project}}{{>}}', '.']
