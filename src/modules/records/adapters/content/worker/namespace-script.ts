// SPDX-License-Identifier: EUPL-1.2

/**
 * Builds the root folder of a fenced process inside fresh namespaces and enters it: `sh -c … fence ROOT WORK PATH… -- COMMAND…`.
 * PATHs appear read-only, WORK writable but not executable, nothing else exists; the old root is gone before COMMAND starts.
 * A folder WORK/tmp asks for what some programs insist on: it appears as /tmp, and /proc shows the fenced processes and no others.
 * Plain sh and util-linux; every step must succeed, or nothing is started.
 */
export const NAMESPACE_SCRIPT = `
set -eu
root=$1 work=$2
shift 2
mount -t tmpfs -o size=1m,mode=755 none "$root"
attach() {
  if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root\${1%/*}"; : > "$root$1"; fi
  mount --rbind "$1" "$root$1"
}
read_only() {
  mount -o remount,bind,ro,nosuid,nodev "$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev,noexec "$1"
}
while [ "$1" != -- ]; do
  if [ -L "$1" ]; then mkdir -p "$root\${1%/*}"; ln -s "$(readlink "$1")" "$root$1"
  elif [ -c "$1" ]; then attach "$1"
  elif [ -e "$1" ]; then attach "$1"; read_only "$root$1"
  fi
  shift
done
shift
if [ -d "$work/tmp" ]; then
  mkdir -p "$root/tmp"
  mount --bind "$work/tmp" "$root/tmp"
  mount -o remount,bind,nosuid,nodev,noexec "$root/tmp"
fi
attach "$work"
mount -o remount,bind,nosuid,nodev,noexec "$root$work"
mkdir "$root/proc" "$root/.old"
own_proc=yes
mount -t proc -o nosuid,nodev,noexec proc "$root/proc" 2>/dev/null || { own_proc=no; mount --rbind /proc "$root/proc"; }
cd "$root"
pivot_root . .old
umount -l /.old
rmdir /.old
if [ $own_proc = no ] || [ ! -d "$work/tmp" ]; then
  umount -l /proc
  rmdir /proc
fi
mount -o remount,bind,ro /
cd "$work"
exec "$@"
`;
