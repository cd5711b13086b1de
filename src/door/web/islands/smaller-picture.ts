/** The longer side of a photograph that is sent, pixels: sharp on a telephone, and well below what may be sent. */
const SIDE_MAX = 640
const QUALITY = 0.85

/**
 * Makes a chosen picture smaller before it is sent, within the browser: what a telephone takes is many times what a round
 * beside a name needs. Without scripts, and of a file that is no picture, what was chosen is sent, and the server decides.
 */
class SmallerPicture extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input[type=file]')
    field?.addEventListener('change', () => void shrink(field))
  }
}

async function shrink(field: HTMLInputElement): Promise<void> {
  const [chosen] = field.files ?? []
  const picture = chosen && (await createImageBitmap(chosen).catch(() => undefined))
  if (picture === undefined || Math.max(picture.width, picture.height) <= SIDE_MAX) return
  const scale = SIDE_MAX / Math.max(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const smaller = await new Promise<Blob | null>(got => canvas.toBlob(got, 'image/jpeg', QUALITY))
  // Another may have been chosen meanwhile.
  if (smaller === null || field.files?.[0] !== chosen) return
  const files = new DataTransfer()
  files.items.add(new File([smaller], 'photograph.jpg', { type: 'image/jpeg' }))
  field.files = files.files
}

customElements.define('smaller-picture', SmallerPicture)
