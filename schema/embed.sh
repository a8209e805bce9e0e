#!/bin/sh
# embed.sh - turn files into a C table; stdout is the C source.
# Bytes, not string literals: no quoting rules, no length limit, UTF-8 safe.
# usage: embed.sh HEADER TABLE FILE...   (HEADER declares TABLE as struct embedded_file[])
set -eu
header=$1 table=$2
shift 2
echo '/* made by schema/embed.sh; do not edit */'
echo "#include \"$header\""
i=0
for f in "$@"; do
	printf 'static const char file_%d[] = {\n' "$i"
	"${OD:-od}" -An -v -td1 "$f" | "${SED:-sed}" -e 's/ *\(-\{0,1\}[0-9][0-9]*\)/\1,/g'
	printf '0};\n'
	i=$((i + 1))
done
echo "const struct embedded_file ${table}[] = {"
i=0
for f in "$@"; do
	printf '\t{ "%s", file_%d, sizeof(file_%d) - 1 },\n' "${f#*/}" "$i" "$i"
	i=$((i + 1))
done
printf '\t{ 0, 0, 0 }\n};\n'
