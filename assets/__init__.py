"""Files that Vitrine shows and reads: models, fonts, the sample shop, looks, icons. The code here only finds them."""
