import { parentPort, workerData } from 'node:worker_threads'
import { type LayingJob, type Piece, pieceLayer } from './lay-piece.ts'

// A thread that lays down pieces of one file, as it is given them.
const lay = pieceLayer(workerData as LayingJob)
parentPort?.on('message', (piece: Piece) => parentPort?.postMessage(lay(piece)))
