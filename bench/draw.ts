export { Draw } from '../evidence/draw.ts'
