<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="el" sourcelanguage="en">
    <context>
        <name>AttractScreen</name>
        <message>
            <source>See it on you,
before you decide.</source>
            <translation>Δες το πάνω σου,
πριν αποφασίσεις.</translation>
        </message>
        <message>
            <source>Step up and touch. Your picture stays in this mirror and is gone when you leave.</source>
            <translation>Έλα κοντά και άγγιξε. Η εικόνα σου μένει σε αυτόν τον καθρέφτη και χάνεται όταν φύγεις.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Ξεκίνα</translation>
        </message>
        <message>
            <source>The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.</source>
            <translation>Η κάμερα ακολουθεί το πρόσωπό σου μόνο για να μπει το χρώμα στη θέση του. Δεν αναγνωρίζουμε κανέναν, δεν καταγράφουμε τίποτα.</translation>
        </message>
    </context>
    <context>
        <name>CartPage</name>
        <message>
            <source>%1 is taken off</source>
            <comment>coupon</comment>
            <translation>Το %1 αφαιρέθηκε</translation>
        </message>
        <message>
            <source>We do not know %1</source>
            <comment>coupon</comment>
            <translation>Δεν γνωρίζουμε το %1</translation>
        </message>
        <message>
            <source>%1 is out of date</source>
            <comment>coupon</comment>
            <translation>Το %1 έχει λήξει</translation>
        </message>
        <message>
            <source>%1 more, and %2 counts</source>
            <translation>Ακόμη %1 και ισχύει το %2</translation>
        </message>
        <message>
            <source>%1 does not fit this cart yet</source>
            <comment>coupon</comment>
            <translation>Το %1 δεν ταιριάζει ακόμη σε αυτό το καλάθι</translation>
        </message>
        <message>
            <source>%1 does not go together with your other savings</source>
            <comment>coupon</comment>
            <translation>Το %1 δεν συνδυάζεται με τις άλλες εκπτώσεις σας</translation>
        </message>
        <message>
            <source>Your cart</source>
            <translation>Το καλάθι σας</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>Σύνολο με φόρο</translation>
        </message>
        <message>
            <source>All together, %1 saved</source>
            <translation>Σύνολο, κερδίζετε %1</translation>
        </message>
        <message>
            <source>To my phone</source>
            <translation>Στο κινητό μου</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Συνέχεια δοκιμής</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>Ολοκλήρωση</translation>
        </message>
        <message>
            <source>%1 is no longer sold here</source>
            <translation>Το %1 δεν πωλείται πια εδώ</translation>
        </message>
        <message>
            <source>%1 · %2 each</source>
            <comment>shade, price</comment>
            <translation>%1 · %2 το ένα</translation>
        </message>
        <message>
            <source>Was %1 when you added it, now %2</source>
            <translation>Ήταν %1 όταν το βάλατε, τώρα %2</translation>
        </message>
        <message>
            <source>Wrap %1 as a gift</source>
            <translation>Συσκευασία δώρου για %1</translation>
        </message>
        <message>
            <source>without offers %1</source>
            <translation>χωρίς προσφορές %1</translation>
        </message>
        <message>
            <source>Being paid at %1. Nothing can be changed until that is done.</source>
            <translation>Πληρώνεται στο %1. Ως τότε δεν αλλάζει τίποτα.</translation>
        </message>
        <message>
            <source>That could not be kept, and nothing was changed. For the team: %1</source>
            <translation>Αυτό δεν αποθηκεύτηκε και τίποτα δεν άλλαξε. Για το προσωπικό: %1</translation>
        </message>
        <message>
            <source>%1 is out of your cart.</source>
            <translation>Το %1 βγήκε από το καλάθι.</translation>
        </message>
        <message>
            <source>Just added from your other screen: %1</source>
            <translation>Μόλις προστέθηκε από την άλλη οθόνη σας: %1</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Επαναφορά</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Εντάξει</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch a shade, and add what suits you. A cart that you began on your phone comes here when you show its code to the mirror.</source>
            <translation>Τίποτα ακόμη. Αγγίξτε μια απόχρωση και προσθέστε ό,τι σας ταιριάζει. Ένα καλάθι από το κινητό σας έρχεται εδώ όταν δείξετε τον κωδικό του στον καθρέφτη.</translation>
        </message>
        <message>
            <source>Take back coupon %1</source>
            <translation>Αφαίρεση του κουπονιού %1</translation>
        </message>
        <message>
            <source>For the shop: %1</source>
            <comment>note</comment>
            <translation>Για το κατάστημα: %1</translation>
        </message>
        <message>
            <source>I have a coupon</source>
            <translation>Έχω κουπόνι</translation>
        </message>
        <message>
            <source>Tell the shop something</source>
            <translation>Μήνυμα για το κατάστημα</translation>
        </message>
        <message>
            <source>Change what I said</source>
            <translation>Αλλαγή μηνύματος</translation>
        </message>
        <message>
            <source>Without offers</source>
            <translation>Χωρίς προσφορές</translation>
        </message>
        <message>
            <source>You save</source>
            <translation>Κερδίζετε</translation>
        </message>
        <message>
            <source>Tax in it, %1</source>
            <translation>Φόρος που περιέχεται, %1</translation>
        </message>
        <message>
            <source>Saved here. It goes to the shop by itself when the network is back.</source>
            <translation>Αποθηκεύτηκε εδώ. Φτάνει στο κατάστημα μόνο του μόλις επιστρέψει το δίκτυο.</translation>
        </message>
        <message>
            <source>That cart could not be brought here. Let the phone show a new code. For the team: %1</source>
            <translation>Αυτό το καλάθι δεν ήρθε εδώ. Δείξτε νέο κωδικό στο κινητό. Για το προσωπικό: %1</translation>
        </message>
    </context>
    <context>
        <name>CheckoutPage</name>
        <message>
            <source>Try again</source>
            <translation>Δοκιμή ξανά</translation>
        </message>
        <message>
            <source>Where would you like to fetch it?</source>
            <translation>Πού θα το παραλάβετε;</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>Μια στιγμή</translation>
        </message>
        <message>
            <source>Show this at the till</source>
            <translation>Δείξτε το στο ταμείο</translation>
        </message>
        <message>
            <source>It will be waiting for you</source>
            <translation>Θα σας περιμένει</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>Δεν έγινε</translation>
        </message>
        <message>
            <source>How would you like to get it?</source>
            <translation>Πώς θέλετε να το πάρετε;</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>Πίσω στο καλάθι</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Πίσω</translation>
        </message>
        <message>
            <source>Receipt on my phone</source>
            <translation>Απόδειξη στο κινητό</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Τέλος</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Συνέχεια δοκιμής</translation>
        </message>
        <message>
            <source>Pay at the till</source>
            <translation>Πληρωμή στο ταμείο</translation>
        </message>
        <message>
            <source>Take everything with you. You get a code to show there.</source>
            <translation>Πάρτε τα όλα μαζί σας. Θα πάρετε έναν κωδικό για το ταμείο.</translation>
        </message>
        <message>
            <source>Fetch it later</source>
            <translation>Παραλαβή αργότερα</translation>
        </message>
        <message>
            <source>Here or in another of our shops. You pay when you fetch it.</source>
            <translation>Εδώ ή σε άλλο κατάστημά μας. Πληρώνετε στην παραλαβή.</translation>
        </message>
        <message>
            <source>Have it sent home</source>
            <translation>Αποστολή στο σπίτι</translation>
        </message>
        <message>
            <source>Type your address on your phone, never here.</source>
            <translation>Τη διεύθυνση τη γράφετε στο κινητό σας, ποτέ εδώ.</translation>
        </message>
        <message>
            <source>%1, where you are</source>
            <comment>store</comment>
            <translation>%1, όπου βρίσκεστε</translation>
        </message>
        <message>
            <source>%1
Not everything is there just now</source>
            <comment>address</comment>
            <translation>%1
Δεν υπάρχουν όλα εκεί αυτή τη στιγμή</translation>
        </message>
        <message>
            <source>%1
Ready %2</source>
            <comment>address, day and time</comment>
            <translation>%1
Έτοιμο: %2</translation>
        </message>
        <message>
            <source>Your order is being written down.</source>
            <translation>Η παραγγελία σας καταγράφεται.</translation>
        </message>
        <message>
            <source>Your cart is being paid at another device just now. Wait a moment, or go on there.</source>
            <translation>Το καλάθι σας πληρώνεται τώρα σε άλλη συσκευή. Περιμένετε λίγο ή συνεχίστε εκεί.</translation>
        </message>
        <message>
            <source>Your cart is as it was. Try again, or ask one of us.</source>
            <translation>Το καλάθι σας έμεινε όπως ήταν. Δοκιμάστε ξανά ή ρωτήστε μας.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Για το προσωπικό: %1</translation>
        </message>
        <message>
            <source>Your code: %1</source>
            <translation>Ο κωδικός σας: %1</translation>
        </message>
        <message>
            <source>Paid: %1. Thank you!</source>
            <translation>Πληρώθηκε: %1. Σας ευχαριστούμε!</translation>
        </message>
        <message>
            <source>To pay: %1</source>
            <translation>Για πληρωμή: %1</translation>
        </message>
        <message>
            <source>The till scans this code or types it. Your things stay with you until then.</source>
            <translation>Το ταμείο σαρώνει ή πληκτρολογεί αυτόν τον κωδικό. Ως τότε κρατάτε τα προϊόντα εσείς.</translation>
        </message>
        <message>
            <source>%1, from %2. You pay there; the code is all you need.</source>
            <comment>store, day and time</comment>
            <translation>%1, από %2. Πληρώνετε εκεί· αρκεί ο κωδικός.</translation>
        </message>
        <message>
            <source>%1. You pay there; the code is all you need.</source>
            <comment>store</comment>
            <translation>%1. Πληρώνετε εκεί· αρκεί ο κωδικός.</translation>
        </message>
        <message>
            <source>The shop has your order.</source>
            <translation>Το κατάστημα έχει την παραγγελία σας.</translation>
        </message>
        <message>
            <source>Written down here. The shop hears of it when the network is back; you need not wait.</source>
            <translation>Καταγράφηκε εδώ. Το κατάστημα ενημερώνεται μόλις επιστρέψει το δίκτυο· δεν χρειάζεται να περιμένετε.</translation>
        </message>
        <message>
            <source>Written down here. The shop confirms it when the network is back; ask one of us if you cannot wait.</source>
            <translation>Καταγράφηκε εδώ. Το κατάστημα επιβεβαιώνει μόλις επιστρέψει το δίκτυο· αν βιάζεστε, ρωτήστε μας.</translation>
        </message>
        <message>
            <source>For your phone</source>
            <translation>Για το κινητό σας</translation>
        </message>
        <message>
            <source>For the till</source>
            <translation>Για το ταμείο</translation>
        </message>
    </context>
    <context>
        <name>ComfortPage</name>
        <message>
            <source>Make yourself comfortable</source>
            <translation>Όπως σε βολεύει</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>Everything within reach</source>
            <translation>Όλα πιο χαμηλά</translation>
        </message>
        <message>
            <source>Brings every control and the picture lower</source>
            <translation>Χαμηλώνει την εικόνα και όλα τα κουμπιά</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Υψηλή αντίθεση</translation>
        </message>
        <message>
            <source>Black on white</source>
            <translation>Μαύρο πάνω σε λευκό</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Μεγαλύτερα γράμματα</translation>
        </message>
        <message>
            <source>Easier to read from afar</source>
            <translation>Διαβάζονται εύκολα από μακριά</translation>
        </message>
    </context>
    <context>
        <name>CompareSlider</name>
        <message>
            <source>Before and now</source>
            <translation>Πριν και τώρα</translation>
        </message>
        <message>
            <source>before</source>
            <translation>πριν</translation>
        </message>
        <message>
            <source>now</source>
            <translation>τώρα</translation>
        </message>
        <message>
            <source>Slide to compare with before</source>
            <translation>Σύρε για να δεις το πριν</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Done</source>
            <translation>Τέλος</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Όχι τώρα</translation>
        </message>
    </context>
    <context>
        <name>GoodbyeScreen</name>
        <message>
            <source>See you soon.</source>
            <translation>Τα λέμε σύντομα.</translation>
        </message>
        <message>
            <source>Nothing was kept: not your picture, not what you tried, not your picks.</source>
            <translation>Δεν κρατήσαμε τίποτα: ούτε την εικόνα σου, ούτε ό,τι δοκίμασες, ούτε τις επιλογές σου.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Ξανά από την αρχή</translation>
        </message>
        <message>
            <source>Nothing was kept here. The picture for your phone waits ten minutes behind its code, then it is gone too.</source>
            <translation>Δεν κρατήθηκε τίποτα εδώ. Η φωτογραφία για το κινητό σου περιμένει δέκα λεπτά πίσω από τον κωδικό της και μετά χάνεται κι αυτή.</translation>
        </message>
    </context>
    <context>
        <name>HandoffPage</name>
        <message>
            <source>Sent to your home</source>
            <translation>Αποστολή στο σπίτι σας</translation>
        </message>
        <message>
            <source>Your cart on your phone</source>
            <translation>Το καλάθι στο κινητό σας</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>Πίσω στο καλάθι</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Δοκιμή ξανά</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Συνέχεια δοκιμής</translation>
        </message>
        <message>
            <source>A code for your phone is being made ready.</source>
            <translation>Ετοιμάζεται ένας κωδικός για το κινητό σας.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code and type your address there. It is never shown on this mirror.</source>
            <translation>Στρέψτε την κάμερα του κινητού στον κωδικό και γράψτε εκεί τη διεύθυνσή σας. Δεν φαίνεται ποτέ στον καθρέφτη.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Go on there or here: both show the same cart.</source>
            <translation>Στρέψτε την κάμερα του κινητού στον κωδικό. Συνεχίστε εκεί ή εδώ: το καλάθι είναι το ίδιο.</translation>
        </message>
        <message>
            <source>The code is too old now. Take a new one.</source>
            <translation>Ο κωδικός έληξε. Πάρτε νέο.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Your cart is safe here, and paying at the till works.</source>
            <translation>Δεν υπάρχει σύνδεση με το κατάστημα τώρα. Το καλάθι σας είναι ασφαλές εδώ και η πληρωμή στο ταμείο γίνεται κανονικά.</translation>
        </message>
        <message>
            <source>It works once, for one phone, and for %1 more.</source>
            <translation>Ισχύει μία φορά, για ένα κινητό, και για %1 ακόμη.</translation>
        </message>
        <message>
            <source>To bring the cart back, show its code on the phone to this mirror.</source>
            <translation>Για να φέρετε πίσω το καλάθι, δείξτε τον κωδικό του κινητού στον καθρέφτη.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Για το προσωπικό: %1</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>What you can do here</source>
            <translation>Τι μπορείς να κάνεις εδώ</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>Touch a shade and see it on you. Slide along the shades to compare them.</source>
            <translation>Άγγιξε μια απόχρωση και δες τη πάνω σου. Σύρε το δάχτυλο για να τις συγκρίνεις.</translation>
        </message>
        <message>
            <source>Slide the handle under your face to see before and now side by side.</source>
            <translation>Σύρε τη λαβή κάτω από το πρόσωπό σου και δες το πριν δίπλα στο τώρα.</translation>
        </message>
        <message>
            <source>Undo takes back one step. Nothing you touch here can go wrong.</source>
            <translation>Η αναίρεση σε πάει ένα βήμα πίσω. Ό,τι κι αν αγγίξεις, τίποτα δεν χαλάει.</translation>
        </message>
        <message>
            <source>Add what you want to your cart and pay at the till, or keep it on your wish list.</source>
            <translation>Βάλτε ό,τι θέλετε στο καλάθι και πληρώστε στο ταμείο, ή κρατήστε το στα αγαπημένα.</translation>
        </message>
        <message>
            <source>Your picture stays in this mirror unless you send one to your phone, and is gone when you leave.</source>
            <translation>Η εικόνα σου μένει σε αυτόν τον καθρέφτη, εκτός αν στείλεις μια φωτογραφία στο κινητό σου, και χάνεται όταν φύγεις.</translation>
        </message>
        <message>
            <source>Rather talk to a person? Wave to one of us, we know this mirror well.</source>
            <translation>Προτιμάς να μιλήσεις με κάποιον; Κάνε μας νόημα, ξέρουμε καλά αυτόν τον καθρέφτη.</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Πού είναι η παραγγελία μου;</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>Which language do you like?</source>
            <translation>Σε ποια γλώσσα;</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
    </context>
    <context>
        <name>LooksShelf</name>
        <message>
            <source>Wear a whole look, then change any piece of it.</source>
            <translation>Φόρεσε ένα ολόκληρο λουκ και άλλαξε ό,τι θέλεις.</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, το φοράς</translation>
        </message>
    </context>
    <context>
        <name>MirrorScreen</name>
        <message>
            <source>Tell the shop</source>
            <translation>Αποστολή στο κατάστημα</translation>
        </message>
        <message>
            <source>Your coupon</source>
            <translation>Το κουπόνι σας</translation>
        </message>
        <message>
            <source>The letters and digits on it</source>
            <translation>Τα γράμματα και τα ψηφία του</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Χρήση</translation>
        </message>
        <message>
            <source>What should the shop know?</source>
            <translation>Τι πρέπει να ξέρει το κατάστημα;</translation>
        </message>
        <message>
            <source>Such as a message for a gift</source>
            <translation>Π.χ. μια ευχή για δώρο</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Πού είναι η παραγγελία μου;</translation>
        </message>
        <message>
            <source>The ten letters and digits of its code</source>
            <translation>Τα δέκα γράμματα και ψηφία του κωδικού</translation>
        </message>
        <message>
            <source>Find it</source>
            <translation>Εύρεση</translation>
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Why this? %1</source>
            <translation>Γιατί αυτό; %1</translation>
        </message>
        <message>
            <source>Add it</source>
            <translation>Προσθήκη</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Χρήση</translation>
        </message>
        <message>
            <source>Not interested</source>
            <translation>Δεν με ενδιαφέρει</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>Ordered</source>
            <translation>Παραγγέλθηκε</translation>
        </message>
        <message>
            <source>Waiting to be paid</source>
            <translation>Περιμένει πληρωμή</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Πληρώθηκε</translation>
        </message>
        <message>
            <source>Being made ready</source>
            <translation>Ετοιμάζεται</translation>
        </message>
        <message>
            <source>Ready to be fetched</source>
            <translation>Έτοιμο για παραλαβή</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>Στον δρόμο</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>Παραλήφθηκε</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Παραδόθηκε</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Ακυρώθηκε</translation>
        </message>
        <message>
            <source>Coming back to us</source>
            <translation>Επιστρέφεται</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Επιστράφηκε</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>Παραγγελία %1</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Πού είναι η παραγγελία μου;</translation>
        </message>
        <message>
            <source>Another code</source>
            <translation>Άλλος κωδικός</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>Looking for it…</source>
            <translation>Την αναζητούμε…</translation>
        </message>
        <message>
            <source>No order has this code. Check it once more: it has ten letters and digits.</source>
            <translation>Δεν υπάρχει παραγγελία με αυτόν τον κωδικό. Δείτε τον ξανά: έχει δέκα γράμματα και ψηφία.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Ask one of us, or open the order on your phone.</source>
            <translation>Δεν υπάρχει σύνδεση με το κατάστημα τώρα. Ρωτήστε μας ή ανοίξτε την παραγγελία στο κινητό σας.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Για το προσωπικό: %1</translation>
        </message>
        <message>
            <source>In all: %1</source>
            <translation>Σύνολο: %1</translation>
        </message>
        <message>
            <source>In all: %1. Ready from %2</source>
            <comment>amount, day and time</comment>
            <translation>Σύνολο: %1. Έτοιμο από %2</translation>
        </message>
        <message>
            <source>Follow it on your phone, or bring something back: point its camera here.</source>
            <translation>Παρακολουθήστε την ή επιστρέψτε κάτι από το κινητό σας: στρέψτε την κάμερα εδώ.</translation>
        </message>
        <message>
            <source>Follow it on your phone: point its camera here.</source>
            <translation>Παρακολουθήστε την στο κινητό σας: στρέψτε την κάμερα εδώ.</translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Your reflection</source>
            <translation>Η αντανάκλασή σου</translation>
        </message>
    </context>
    <context>
        <name>ProductShelf</name>
        <message>
            <source>%1, %2</source>
            <comment>kind, finish</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Styles</source>
            <translation>Στυλ</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, το φοράς</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>description, size</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Shades</source>
            <translation>Αποχρώσεις</translation>
        </message>
        <message>
            <source>%1 · %2, a %3</source>
            <comment>shade code, shade name, colour in words</comment>
            <translation>%1 · %2, %3</translation>
        </message>
        <message>
            <source>Touch a shade to see it on you, or slide along them</source>
            <translation>Άγγιξε μια απόχρωση για να τη δεις πάνω σου</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Απαλά</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Πόσο</translation>
        </message>
        <message>
            <source>Rich</source>
            <translation>Έντονα</translation>
        </message>
        <message>
            <source>Find my shade</source>
            <translation>Βρείτε την απόχρωσή μου</translation>
        </message>
    </context>
    <context>
        <name>QrCode</name>
        <message>
            <source>A code for your phone’s camera</source>
            <translation>Κωδικός για την κάμερα του κινητού σου</translation>
        </message>
    </context>
    <context>
        <name>QuantityStepper</name>
        <message>
            <source>One fewer of %1</source>
            <translation>Ένα λιγότερο από %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Αφαίρεση %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>quantity, product</comment>
            <translation>%1 από %2</translation>
        </message>
        <message>
            <source>One more of %1</source>
            <translation>Ένα ακόμη από %1</translation>
        </message>
    </context>
    <context>
        <name>RestingPicture</name>
        <message>
            <source>One moment…</source>
            <translation>Μια στιγμή…</translation>
        </message>
        <message>
            <source>The mirror is taking a short rest</source>
            <translation>Ο καθρέφτης ξεκουράζεται λίγο</translation>
        </message>
        <message>
            <source>Your reflection is on its way.</source>
            <translation>Η αντανάκλασή σου έρχεται.</translation>
        </message>
        <message>
            <source>Look through every shade meanwhile. Your reflection comes back by itself.</source>
            <translation>Ρίξε μια ματιά σε όλες τις αποχρώσεις. Η αντανάκλασή σου θα γυρίσει μόνη της.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Για την ομάδα: %1</translation>
        </message>
    </context>
    <context>
        <name>ScanToast</name>
        <message>
            <source>What you showed to the mirror</source>
            <translation>Ό,τι έδειξες στον καθρέφτη</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Κλείσιμο</translation>
        </message>
        <message>
            <source>Your order %1</source>
            <translation>Η παραγγελία σου %1</translation>
        </message>
        <message>
            <source>Coupon %1</source>
            <translation>Κουπόνι %1</translation>
        </message>
        <message>
            <source>We do not sell this</source>
            <translation>Αυτό δεν το πουλάμε</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>Δεν γνωρίζουμε αυτόν τον κωδικό</translation>
        </message>
        <message>
            <source>We may have something like it.</source>
            <translation>Ίσως έχουμε κάτι παρόμοιο.</translation>
        </message>
        <message>
            <source>It is not one of this shop’s.</source>
            <translation>Δεν είναι κωδικός αυτού του καταστήματος.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Δοκίμασέ το</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Δοκίμασε %1</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Στο καλάθι σου</translation>
        </message>
        <message>
            <source>Add to cart</source>
            <translation>Στο καλάθι</translation>
        </message>
        <message>
            <source>Add %1 to cart</source>
            <translation>Προσθήκη στο καλάθι: %1</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Χρήση</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Προβολή</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>Ρώτησέ μας</translation>
        </message>
    </context>
    <context>
        <name>ShadePage</name>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Κοιτάξτε ίσια τον καθρέφτη</translation>
        </message>
        <message>
            <source>Nearest to your skin</source>
            <translation>Πιο κοντά στο δέρμα σας</translation>
        </message>
        <message>
            <source>I cannot tell in this light</source>
            <translation>Δεν φαίνεται με αυτό το φως</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Μέτρηση ξανά</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Δοκιμάστε ξανά</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Όχι τώρα</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Συνεχίστε να δοκιμάζετε</translation>
        </message>
        <message>
            <source>The mirror reads the colour of your skin for two seconds. Nothing of it is kept.</source>
            <translation>Ο καθρέφτης διαβάζει το χρώμα του δέρματός σας για δύο δευτερόλεπτα. Τίποτα δεν κρατιέται.</translation>
        </message>
        <message>
            <source>Touch one to see it on you.</source>
            <translation>Αγγίξτε μία για να τη δείτε επάνω σας.</translation>
        </message>
        <message>
            <source>None of its shades is close to your skin. Ask us for another foundation.</source>
            <translation>Καμία απόχρωσή του δεν είναι κοντά στο δέρμα σας. Ζητήστε μας άλλο μέικ απ.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>shade code, shade name</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shade, how it differs from the skin</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>how a shade differs</comment>
            <translation>%1 · επάνω σας τώρα</translation>
        </message>
        <message>
            <source>ΔE %1</source>
            <translation>ΔE %1</translation>
        </message>
    </context>
    <context>
        <name>SnapshotPage</name>
        <message>
            <source>Look into the mirror</source>
            <translation>Κοίτα στον καθρέφτη</translation>
        </message>
        <message>
            <source>Your picture</source>
            <translation>Η φωτογραφία σου</translation>
        </message>
        <message>
            <source>Take another picture</source>
            <translation>Άλλη μία φωτογραφία</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Όχι τώρα</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Έτοιμο</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>Σβήσιμο</translation>
        </message>
        <message>
            <source>On its way…</source>
            <translation>Έρχεται…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Δοκίμασε ξανά</translation>
        </message>
        <message>
            <source>Send to my phone</source>
            <translation>Στο κινητό μου</translation>
        </message>
        <message>
            <source>It is in this mirror only, and gone when you let it go or leave.</source>
            <translation>Υπάρχει μόνο σε αυτόν τον καθρέφτη και χάνεται όταν τη σβήσεις ή φύγεις.</translation>
        </message>
        <message>
            <source>A page for your phone is being made ready.</source>
            <translation>Ετοιμάζεται μια σελίδα για το κινητό σου.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Your picture waits there for ten minutes, then it is gone.</source>
            <translation>Στρέψε την κάμερα του κινητού στον κωδικό. Η φωτογραφία σου περιμένει εκεί δέκα λεπτά και μετά χάνεται.</translation>
        </message>
        <message>
            <source>It could not be sent just now. It is still here.</source>
            <translation>Δεν μπόρεσε να σταλεί τώρα. Είναι ακόμη εδώ.</translation>
        </message>
        <message>
            <source>This mirror sends no pictures to phones: this one is for looking, and gone when you let it go or leave.</source>
            <translation>Αυτός ο καθρέφτης δεν στέλνει φωτογραφίες σε κινητά: αυτή είναι μόνο για να τη δεις και χάνεται όταν τη σβήσεις ή φύγεις.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Για την ομάδα: %1</translation>
        </message>
        <message>
            <source>What you are wearing in it</source>
            <translation>Τι φοράς σε αυτή</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>The hub was not asked yet</source>
            <translation>Το κέντρο δεν ρωτήθηκε ακόμη</translation>
        </message>
        <message>
            <source>Connected to the hub</source>
            <translation>Σύνδεση με το κέντρο</translation>
        </message>
        <message>
            <source>The hub does not answer; it is tried again by itself</source>
            <translation>Το κέντρο δεν απαντά· γίνεται νέα προσπάθεια αυτόματα</translation>
        </message>
        <message>
            <source>The hub does not let this kiosk in</source>
            <translation>Το κέντρο δεν δέχεται αυτόν τον καθρέφτη</translation>
        </message>
        <message>
            <source>The hub cannot be asked</source>
            <translation>Το κέντρο δεν μπορεί να ερωτηθεί</translation>
        </message>
        <message>
            <source>This kiosk has no hub</source>
            <translation>Δεν υπάρχει κέντρο</translation>
        </message>
        <message>
            <source>For the team</source>
            <translation>Για το προσωπικό</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Ανανέωση</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>What the hub refused</source>
            <translation>Τι αρνήθηκε το κέντρο</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Δοκιμή ξανά</translation>
        </message>
        <message>
            <source>It answered last %1 ago</source>
            <translation>Τελευταία απάντηση πριν από %1</translation>
        </message>
        <message>
            <source>Nothing waits to be sent</source>
            <translation>Τίποτα δεν περιμένει να σταλεί</translation>
        </message>
        <message>
            <source>%1 steps wait to be sent, the oldest for %2</source>
            <translation>%1 βήματα περιμένουν να σταλούν, το παλιότερο εδώ και %2</translation>
        </message>
        <message>
            <source>The hub refused these for good: %1</source>
            <translation>Το κέντρο τα αρνήθηκε οριστικά: %1</translation>
        </message>
    </context>
    <context>
        <name>StillTherePage</name>
        <message>
            <source>Still there?</source>
            <translation>Είσαι ακόμη εδώ;</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>Τελείωσα</translation>
        </message>
        <message>
            <source>I’m still here</source>
            <translation>Εδώ είμαι</translation>
        </message>
        <message>
            <source>In a few seconds everything from this visit is cleared, so that the next person finds a fresh mirror.</source>
            <translation>Σε λίγα δευτερόλεπτα σβήνουν όλα από αυτή την επίσκεψη, για να βρει ο επόμενος καθαρό καθρέφτη.</translation>
        </message>
    </context>
    <context>
        <name>TryPage</name>
        <message>
            <source>Undo</source>
            <translation>Αναίρεση</translation>
        </message>
        <message>
            <source>On you: %1</source>
            <extracomment>Opens the list of products on the face. %n is how many there are.</extracomment>
            <translation>Φοράς: %1</translation>
        </message>
        <message>
            <source>On you</source>
            <translation>Φοράς</translation>
        </message>
        <message>
            <source>See what is in it</source>
            <translation>Δες τι περιέχει</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Βοήθεια</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>Γλώσσα: %1</translation>
        </message>
        <message>
            <source>Comfort</source>
            <translation>Άνεση</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>Τελείωσα</translation>
        </message>
        <message>
            <source>Take a picture</source>
            <translation>Βγάλε φωτογραφία</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>Στα αγαπημένα</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Στο καλάθι σας</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>Στο καλάθι · %1</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>Κατάστημα</translation>
        </message>
        <message>
            <source>Cart</source>
            <translation>Καλάθι</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>Αγαπημένα</translation>
        </message>
    </context>
    <context>
        <name>WearingPage</name>
        <message>
            <source>On you now</source>
            <translation>Αυτά φοράς</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Αναίρεση</translation>
        </message>
        <message>
            <source>Take it all off</source>
            <translation>Βγάλε τα όλα</translation>
        </message>
        <message>
            <source>Nothing yet. Touch a shade, and it is on you.</source>
            <translation>Τίποτα ακόμη. Άγγιξε μια απόχρωση και τη φοράς.</translation>
        </message>
        <message>
            <source>How much of %1</source>
            <translation>Πόσο %1</translation>
        </message>
        <message>
            <source>Take off %1</source>
            <translation>Βγάλε %1</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>All in your cart</source>
            <translation>Όλα στο καλάθι</translation>
        </message>
        <message>
            <source>Add all to cart</source>
            <translation>Όλα στο καλάθι σας</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Lips</source>
            <translation>Χείλη</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>Μάτια</translation>
        </message>
        <message>
            <source>Brows</source>
            <translation>Φρύδια</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>Πρόσωπο</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Λουκ</translation>
        </message>
        <message>
            <source>Lipstick</source>
            <translation>Κραγιόν</translation>
        </message>
        <message>
            <source>Lip liner</source>
            <translation>Μολύβι χειλιών</translation>
        </message>
        <message>
            <source>Eyeshadow</source>
            <translation>Σκιά ματιών</translation>
        </message>
        <message>
            <source>Eyeliner</source>
            <translation>Αϊλάινερ</translation>
        </message>
        <message>
            <source>Mascara</source>
            <translation>Μάσκαρα</translation>
        </message>
        <message>
            <source>Brow colour</source>
            <translation>Χρώμα φρυδιών</translation>
        </message>
        <message>
            <source>Blush</source>
            <translation>Ρουζ</translation>
        </message>
        <message>
            <source>Bronzer</source>
            <translation>Μπρόνζερ</translation>
        </message>
        <message>
            <source>Contour</source>
            <translation>Κοντούρ</translation>
        </message>
        <message>
            <source>Highlighter</source>
            <translation>Χαϊλάιτερ</translation>
        </message>
        <message>
            <source>Foundation</source>
            <translation>Μέικ απ</translation>
        </message>
        <message>
            <source>Coloured lenses</source>
            <translation>Έγχρωμοι φακοί</translation>
        </message>
        <message>
            <source>matte</source>
            <translation>ματ</translation>
        </message>
        <message>
            <source>satin</source>
            <translation>σατέν</translation>
        </message>
        <message>
            <source>glossy</source>
            <translation>γυαλιστερό</translation>
        </message>
        <message>
            <source>sheer</source>
            <translation>διάφανο</translation>
        </message>
        <message>
            <source>metallic</source>
            <translation>μεταλλικό</translation>
        </message>
        <message>
            <source>shimmering</source>
            <translation>με λάμψη</translation>
        </message>
        <message>
            <source>Lid</source>
            <translation>Βλέφαρο</translation>
        </message>
        <message>
            <source>Crease</source>
            <translation>Πτυχή</translation>
        </message>
        <message>
            <source>Halo</source>
            <translation>Χάλο</translation>
        </message>
        <message>
            <source>Classic</source>
            <translation>Κλασικό</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Λεπτό</translation>
        </message>
        <message>
            <source>Wing</source>
            <translation>Φτερό</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>Φυσικό</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Πλούσιο</translation>
        </message>
        <message>
            <source>Apples</source>
            <translation>Μήλα</translation>
        </message>
        <message>
            <source>Draped</source>
            <translation>Ντρέιπινγκ</translation>
        </message>
        <message>
            <source>Concealer</source>
            <translation>Κονσίλερ</translation>
        </message>
        <message>
            <source>All over</source>
            <translation>Ομοιόμορφα</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Περίγραμμα</translation>
        </message>
        <message>
            <source>Ombré</source>
            <translation>Ντεγκραντέ</translation>
        </message>
        <message>
            <source>Two-tone</source>
            <translation>Δίχρωμο</translation>
        </message>
        <message>
            <source>Smoky</source>
            <translation>Σμόκι</translation>
        </message>
        <message>
            <source>Cut crease</source>
            <translation>Κατ κρις</translation>
        </message>
        <message>
            <source>Cat eye</source>
            <translation>Γατίσιο</translation>
        </message>
        <message>
            <source>Smudged</source>
            <translation>Σβησμένο</translation>
        </message>
        <message>
            <source>Graphic</source>
            <translation>Γραφικό</translation>
        </message>
        <message>
            <source>Wispy</source>
            <translation>Αέρινο</translation>
        </message>
        <message>
            <source>Doll eye</source>
            <translation>Κούκλα</translation>
        </message>
        <message>
            <source>Defined</source>
            <translation>Σχεδιασμένο</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>Ανορθωτικό</translation>
        </message>
        <message>
            <source>Sun-kissed</source>
            <translation>Του ήλιου</translation>
        </message>
        <message>
            <source>For my face</source>
            <translation>Για το πρόσωπό μου</translation>
        </message>
        <message>
            <source>Oval</source>
            <translation>Οβάλ</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Στρογγυλό</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Τετράγωνο</translation>
        </message>
        <message>
            <source>Heart</source>
            <translation>Καρδιά</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Μακρόστενο</translation>
        </message>
        <message>
            <source>Vivid</source>
            <translation>Έντονο</translation>
        </message>
        <message>
            <source>very light</source>
            <translation>πολύ ανοιχτό</translation>
        </message>
        <message>
            <source>light</source>
            <translation>ανοιχτό</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>μεσαίο</translation>
        </message>
        <message>
            <source>deep</source>
            <translation>βαθύ</translation>
        </message>
        <message>
            <source>very deep</source>
            <translation>πολύ βαθύ</translation>
        </message>
        <message>
            <source>warm</source>
            <translation>θερμό</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>ουδέτερο</translation>
        </message>
        <message>
            <source>cool</source>
            <translation>ψυχρό</translation>
        </message>
        <message>
            <source>black</source>
            <translation>μαύρο</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>γκρι</translation>
        </message>
        <message>
            <source>white</source>
            <translation>λευκό</translation>
        </message>
        <message>
            <source>beige</source>
            <translation>μπεζ</translation>
        </message>
        <message>
            <source>brown</source>
            <translation>καφέ</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>ροζ</translation>
        </message>
        <message>
            <source>red</source>
            <translation>κόκκινο</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>πορτοκαλί</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>χρυσό</translation>
        </message>
        <message>
            <source>green</source>
            <translation>πράσινο</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>πετρόλ</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>μπλε</translation>
        </message>
        <message>
            <source>purple</source>
            <translation>μοβ</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <extracomment>A shade in words. %1 how deep ("deep"), %2 how warm ("cool"), %3 the colour ("red")</extracomment>
            <translation>%3 %1, %2</translation>
        </message>
        <message>
            <source>Stand in front of the mirror</source>
            <translation>Στάσου μπροστά στον καθρέφτη</translation>
        </message>
        <message>
            <source>Come a little closer</source>
            <translation>Έλα λίγο πιο κοντά</translation>
        </message>
        <message>
            <source>Take a small step back</source>
            <translation>Κάνε ένα μικρό βήμα πίσω</translation>
        </message>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Κοίτα ίσια τον καθρέφτη</translation>
        </message>
        <message>
            <source>A little more light would help</source>
            <translation>Λίγο περισσότερο φως θα βοηθούσε</translation>
        </message>
        <message>
            <source>as your skin</source>
            <translation>όπως το δέρμα σας</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>a touch lighter</source>
            <translation>λίγο πιο ανοιχτή</translation>
        </message>
        <message>
            <source>lighter</source>
            <translation>πιο ανοιχτή</translation>
        </message>
        <message>
            <source>a touch deeper</source>
            <translation>λίγο πιο σκούρα</translation>
        </message>
        <message>
            <source>deeper</source>
            <translation>πιο σκούρα</translation>
        </message>
        <message>
            <source>a touch warmer</source>
            <translation>λίγο πιο θερμή</translation>
        </message>
        <message>
            <source>warmer</source>
            <translation>πιο θερμή</translation>
        </message>
        <message>
            <source>a touch cooler</source>
            <translation>λίγο πιο ψυχρή</translation>
        </message>
        <message>
            <source>cooler</source>
            <translation>πιο ψυχρή</translation>
        </message>
        <message>
            <source>Stand in front of the mirror, with all of your face in the picture.</source>
            <translation>Σταθείτε μπροστά στον καθρέφτη, με όλο το πρόσωπό σας στην εικόνα.</translation>
        </message>
        <message>
            <source>Come a little closer.</source>
            <translation>Ελάτε λίγο πιο κοντά.</translation>
        </message>
        <message>
            <source>Look straight at the mirror and hold still.</source>
            <translation>Κοιτάξτε ίσια τον καθρέφτη και μείνετε ακίνητοι.</translation>
        </message>
        <message>
            <source>Take off dark glasses and open your eyes: their white tells the mirror what the light is like.</source>
            <translation>Βγάλτε τα σκούρα γυαλιά και ανοίξτε τα μάτια: το λευκό τους λέει στον καθρέφτη πώς είναι το φως.</translation>
        </message>
        <message>
            <source>It is too dark here. Step where more light falls on your face.</source>
            <translation>Είναι πολύ σκοτεινά εδώ. Σταθείτε όπου πέφτει περισσότερο φως στο πρόσωπό σας.</translation>
        </message>
        <message>
            <source>The light on your face is too bright. Step a little out of it.</source>
            <translation>Το φως στο πρόσωπό σας είναι πολύ έντονο. Βγείτε λίγο από αυτό.</translation>
        </message>
        <message>
            <source>The two sides of your face are in different light. Turn so that it falls from the front.</source>
            <translation>Οι δύο πλευρές του προσώπου σας έχουν διαφορετικό φως. Γυρίστε ώστε να πέφτει από μπροστά.</translation>
        </message>
        <message>
            <source>The light here is too coloured. Ask one of us: we match you in daylight.</source>
            <translation>Το φως εδώ είναι πολύ χρωματιστό. Ρωτήστε μας: βρίσκουμε την απόχρωσή σας στο φως της ημέρας.</translation>
        </message>
        <message>
            <source>The mirror has no picture just now. Ask one of us: we match you by hand.</source>
            <translation>Ο καθρέφτης δεν έχει εικόνα αυτή τη στιγμή. Ρωτήστε μας: τη βρίσκουμε με το χέρι.</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>Περιποίηση</translation>
        </message>
        <message>
            <source>Fragrance</source>
            <translation>Αρώματα</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Εργαλεία</translation>
        </message>
        <message>
            <source>Vegan</source>
            <translation>Βίγκαν</translation>
        </message>
        <message>
            <source>Fragrance-free</source>
            <translation>Χωρίς άρωμα</translation>
        </message>
        <message>
            <source>For sensitive skin</source>
            <translation>Για ευαίσθητο δέρμα</translation>
        </message>
        <message>
            <source>Sun protection</source>
            <translation>Αντηλιακή προστασία</translation>
        </message>
        <message>
            <source>Waterproof</source>
            <translation>Αδιάβροχο</translation>
        </message>
        <message>
            <source>Long wear</source>
            <translation>Μεγάλης διάρκειας</translation>
        </message>
        <message>
            <source>Refillable</source>
            <translation>Επαναγεμιζόμενο</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Νέο</translation>
        </message>
        <message>
            <source>As on the shelf</source>
            <translation>Όπως στο ράφι</translation>
        </message>
        <message>
            <source>Lowest price</source>
            <translation>Χαμηλότερη τιμή</translation>
        </message>
        <message>
            <source>Lowest price per unit</source>
            <translation>Χαμηλότερη τιμή μονάδας</translation>
        </message>
        <message>
            <source>%1 / 100 ml</source>
            <comment>price</comment>
            <translation>%1 / 100 ml</translation>
        </message>
        <message>
            <source>%1 / 10 g</source>
            <comment>price</comment>
            <translation>%1 / 10 g</translation>
        </message>
        <message>
            <source>%1 each</source>
            <comment>price</comment>
            <translation>%1 το τεμάχιο</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>Διαθέσιμο εδώ</translation>
        </message>
        <message>
            <source>Not here today</source>
            <translation>Όχι εδώ σήμερα</translation>
        </message>
        <message>
            <source>None at the moment</source>
            <translation>Κανένα αυτή τη στιγμή</translation>
        </message>
        <message>
            <source>One left</source>
            <translation>Έμεινε ένα</translation>
        </message>
        <message>
            <source>%1 left</source>
            <comment>number, 2 or 3</comment>
            <translation>Έμειναν %1</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>Διαθέσιμο</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>Ρωτήστε μας</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>μόλις τώρα</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <comment>minutes</comment>
            <translation>πριν από %1 λεπτά</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <comment>hours</comment>
            <translation>πριν από %1 ώρες</translation>
        </message>
        <message>
            <source>%1 days ago</source>
            <comment>2 or more</comment>
            <translation>πριν από %1 ημέρες</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>Μάρκα</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Φινίρισμα</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Χρώμα</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Καλό να ξέρετε</translation>
        </message>
        <message>
            <source>plum</source>
            <translation>δαμασκηνί</translation>
        </message>
        <message>
            <source>coral</source>
            <translation>κοραλί</translation>
        </message>
    </context>
    <context>
        <name>PeopleSwitch</name>
        <message>
            <source>Who is being dressed</source>
            <translation>Ποιον ντύνετε</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Εσείς</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>Η παρέα σας</translation>
        </message>
        <message>
            <source>Friend %1</source>
            <translation>Παρέα %1</translation>
        </message>
        <message>
            <source>Dress your friend too</source>
            <translation>Δοκιμάστε και στην παρέα σας</translation>
        </message>
    </context>
    <context>
        <name>Keyboard</name>
        <message>
            <source>Delete the last letter</source>
            <translation>Διαγραφή του τελευταίου γράμματος</translation>
        </message>
        <message>
            <source>Letters: %1</source>
            <translation>Γράμματα: %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Κενό</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Τέλος</translation>
        </message>
    </context>
    <context>
        <name>ProductCard</name>
        <message>
            <source>from %1</source>
            <comment>price</comment>
            <translation>από %1</translation>
        </message>
    </context>
    <context>
        <name>ProductPage</name>
        <message>
            <source>Back to the shop</source>
            <translation>Πίσω στο κατάστημα</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>This is not sold any more.</source>
            <translation>Αυτό δεν πωλείται πια.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, a %2</source>
            <comment>shade name, colour in words</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, not here today</source>
            <translation>%1, όχι εδώ σήμερα</translation>
        </message>
        <message>
            <source>Where to find it</source>
            <translation>Πού θα το βρείτε</translation>
        </message>
        <message>
            <source>Here, %1</source>
            <comment>name of the shop</comment>
            <translation>Εδώ, %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shop, city</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Goes with</source>
            <translation>Ταιριάζει με</translation>
        </message>
        <message>
            <source>Ingredients</source>
            <translation>Συστατικά</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Δοκιμή</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>Στα αγαπημένα μου</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Στο καλάθι σας</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>Στο καλάθι · %1</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>Το κατάστημα δεν είναι διαθέσιμο αυτή τη στιγμή. Ρωτήστε μας.</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Delete what was typed</source>
            <translation>Διαγραφή κειμένου</translation>
        </message>
    </context>
    <context>
        <name>ShopFilters</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Καθαρισμός</translation>
        </message>
        <message>
            <source>Show one product</source>
            <translation>Δείτε ένα προϊόν</translation>
        </message>
        <message>
            <source>Show %1 products</source>
            <translation>Δείτε %1 προϊόντα</translation>
        </message>
    </context>
    <context>
        <name>ShopPage</name>
        <message>
            <source>Search</source>
            <translation>Αναζήτηση</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Πίσω στον καθρέφτη</translation>
        </message>
        <message>
            <source>Shelves</source>
            <translation>Ράφια</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Όλα</translation>
        </message>
        <message>
            <source>Filters: %1</source>
            <comment>number</comment>
            <translation>Φίλτρα: %1</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Φίλτρα</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>Διαθέσιμα εδώ</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>Το κατάστημα δεν είναι διαθέσιμο αυτή τη στιγμή. Ρωτήστε μας.</translation>
        </message>
        <message>
            <source>One product</source>
            <translation>Ένα προϊόν</translation>
        </message>
        <message>
            <source>%1 products</source>
            <comment>number</comment>
            <translation>%1 προϊόντα</translation>
        </message>
        <message>
            <source>Nothing fits. Try fewer letters or fewer filters, or ask one of us.</source>
            <translation>Δεν βρέθηκε κάτι. Δοκιμάστε λιγότερα γράμματα ή φίλτρα, ή ρωτήστε μας.</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Προϊόντα</translation>
        </message>
    </context>
    <context>
        <name>WishListPage</name>
        <message>
            <source>Wish list</source>
            <translation>Αγαπημένα</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>Σύνολο, με ΦΠΑ</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Συνέχισε τις δοκιμές</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch the heart of what you like, and find it again here.</source>
            <translation>Τίποτα ακόμη. Αγγίξτε την καρδιά σε ό,τι σας αρέσει και βρείτε το ξανά εδώ.</translation>
        </message>
        <message>
            <source>Put what you want into your cart, or show this list to one of us. It goes when you leave.</source>
            <translation>Βάλτε ό,τι θέλετε στο καλάθι σας ή δείξτε μας τη λίστα. Σβήνει όταν φύγετε.</translation>
        </message>
        <message>
            <source>About %1</source>
            <comment>product</comment>
            <translation>Σχετικά με: %1</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Δοκίμασε %1</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>shade</comment>
            <translation>%1 · το φοράς τώρα</translation>
        </message>
        <message>
            <source>Add %1 to the cart</source>
            <translation>Προσθήκη στο καλάθι: %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Αφαίρεση: %1</translation>
        </message>
    </context>
</TS>
