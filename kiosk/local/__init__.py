"""What the kiosk keeps on its own disk, so that everything but payment works with the hub gone."""
