/** How keys are written on this platform: `Mod+K` becomes `["Ctrl", "K"]`, or `["⌘", "K"]` on a Mac. */
export function keyCaps(keys: string, platform: string): readonly string[] {
  const mac = platform === 'darwin'
  const names: Readonly<Record<string, string>> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Alt: mac ? '⌥' : 'Alt',
    Enter: mac ? '↵' : 'Enter',
    Escape: 'Esc',
  }
  return keys.split(/[+ ](?=.)/).map((key) => names[key] ?? key)
}
