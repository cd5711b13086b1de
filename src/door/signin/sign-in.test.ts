import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plantPeople } from './test-people.ts'
import { serve, type TestProduct } from './test-product.ts'
import { testStore, type TestStore } from './test-store.ts'

let db: TestStore
let product: TestProduct
before(async () => {
  db = await testStore()
  await plantPeople(db.store)
  product = await serve(db.store)
})
after(async () => {
  await product.stop()
  await db.drop()
})

test('Mair signs in and is herself, with her own record', async () => {
  const browser = product.browser()
  const back = await browser.get('/sign-in?as=mair-pritchard&return_to=/me')
  console.log(back, product.log)
})
