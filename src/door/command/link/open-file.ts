import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

/** A large chunk costs fewer turns, and 256 KiB fit into the cache of any core. */
const CHUNK_BYTES = 1 << 18

/** A file on disk that may be compressed: what is read of it is always what is inside. */
export interface OpenFile {
  readonly path: string
  /** On disk. */
  readonly bytes: number
  /** From the beginning, once more each time. `told` hears how many bytes of those on disk were read so far. */
  chunks(told?: (bytes: number) => void): AsyncIterable<Uint8Array>
}

/** Finds a file; undefined when there is none that may be read. Compressed is what begins as gzip does, whatever its name. */
export async function findFile(path: string): Promise<OpenFile | undefined> {
  try {
    const { size, isFile } = await stat(path).then(found => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile) return undefined
    const isCompressed = await beginsAsGzip(path)
    return { path, bytes: size, chunks: told => chunksOf(path, isCompressed, told) }
  } catch {
    return undefined
  }
}

async function beginsAsGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function* chunksOf(path: string, isCompressed: boolean, told: (bytes: number) => void = () => {}) {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const inside = isCompressed ? file.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : file
  file.on('error', error => inside.destroy(error))
  try {
    for await (const chunk of inside) {
      told(file.bytesRead)
      yield chunk as Buffer
    }
  } finally {
    file.destroy()
  }
}
