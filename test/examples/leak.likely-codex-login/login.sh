echo "{{codex-access-token#a}}" | codex login --with-access-token
printf '%s' {{codex-access-token#b}} | codex login --with-access-token
codex login --with-access-token <<< "{{codex-access-token#c}}"
codex login --with-access-token <<'EOF'
{{codex-access-token#d}}
EOF
