import type { FastifyReply } from 'fastify'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'

/**
 * Lets a page of a record that is open in an emergency fetch itself anew the moment that is over, without scripts: what
 * is closed does not stay on a screen that nobody looks at.
 */
export function untilItCloses(reply: FastifyReply, open: OpenEmergency | undefined, now: Date): void {
  if (open === undefined) return
  reply.header('refresh', String(Math.ceil((open.closesAt.getTime() - now.getTime()) / 1000) + 1))
}
