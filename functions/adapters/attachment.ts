// Content-Disposition of a file with a name that somebody typed (RFC 6266, 5987): nothing in it can break the header or deceive.

/** Characters that file systems refuse, or that make a path. */
const notInNames = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029"*/:<>?\\|]/gu

/** With a name for old clients that know ASCII alone, and the whole one beside it. */
export function attachment(fileName: string): string {
  const name = fileName
    .toWellFormed()
    .replace(notInNames, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  const ascii = name.replace(/[^\x20-\x7e]/gu, '_').replaceAll('%', '_')
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}
