export { withDatabase } from '../bench/database.ts'
export { type Product, startProduct } from '../bench/product.ts'
