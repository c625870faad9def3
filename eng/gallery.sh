#!/usr/bin/env bash
# Photographs every page at three widths, light, dark and printed, with the sample district, and lays the pictures on contact sheets.
# usage: eng/gallery.sh [FOLDER [ADDRESS]]   (default artifacts/gallery, which git ignores; ADDRESS of a running site, such as lanshao demo, whose devices have sent something)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-artifacts/gallery}
rm -rf "$folder"; mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
dotnet build tests/Lanshao.Tests -v q -nologo
LANSHAO_GALLERY="$folder" LANSHAO_GALLERY_SITE="${2:-}" dotnet artifacts/bin/Lanshao.Tests/debug/Lanshao.Tests.dll -explicit only -class "*.Gallery"
for pdf in "$folder"/*.print.pdf; do
  [ -e "$pdf" ] && command -v pdftoppm >/dev/null && pdftoppm -r 60 -png "$pdf" "${pdf%.pdf}"
done
font=$(fc-match -f '%{file}' 'Noto Sans CJK SC' 2>/dev/null || true)
if command -v montage >/dev/null; then
  for view in 1440-light 1440-dark 768-light 390-light 390-dark print; do
    files=("$folder"/*."$view"*.png)
    [ -e "${files[0]}" ] && montage ${font:+-font "$font"} -label '%t' "${files[@]}" -geometry '480x640>+8+8' -tile 4x -background '#f5f7f8' "$folder/contact-$view.png"
  done
fi
echo "$folder"
