resource "x" "y" {
  api_key = "{{admin}}"
}
