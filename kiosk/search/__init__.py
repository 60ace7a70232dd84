"""Finding a product by what a shopper types: misspelt, unfinished, in any order, in their language."""
