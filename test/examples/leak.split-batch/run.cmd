set KEY={{project[0:60]}}
set KEY=%KEY%{{project[60:120]}}
set KEY=%KEY%{{project[120:]}}
