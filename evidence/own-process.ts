export { type Product, startProduct } from '../bench/product.ts'
