/**
 * Whom something is about: the person as they are now, and the id under which what is written of it is kept. Two ids of
 * one person are told apart again one day, if it was a mistake to join them; what was kept under each goes with it.
 */
export interface About {
  readonly personId: string
  readonly keptUnder: string
}
