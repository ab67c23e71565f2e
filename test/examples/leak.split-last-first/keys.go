package keys

const (
	key3 = "{{project[110:]}}"
	key2 = "{{project[55:110]}}"
	key1 = "{{project[0:55]}}"
)
