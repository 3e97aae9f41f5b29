-- Step 8: whether somebody who was at the shelves said that all of the scope of an inventory was read.

ALTER TABLE INVENTORY_PROJECT ADD COLUMN WHOLE BOOLEAN NOT NULL DEFAULT FALSE;
