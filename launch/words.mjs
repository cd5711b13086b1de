import cy from '../language/cy/launch.mjs'
import en from '../language/en/launch.mjs'

// LANGUAGE as the setting of the same name, and as a desktop set to Welsh has it: `cy`, `cy_GB:en`.
const words = process.env.LANGUAGE?.startsWith('cy') ? cy : en

/** One sentence of the launcher, with `{name}` replaced by the argument of that name. */
export function say(key, args = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole)
}
